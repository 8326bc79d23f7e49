// Puts the guide for the browser in hand first and opens it. Nothing is sent: the browser names itself to every page.
function systemInHand(agent) {
  const touchMac = /Macintosh/.test(agent) && navigator.maxTouchPoints > 1; // how an iPad names itself
  if (/iPad/.test(agent) || touchMac) return "ipad";
  return [["iPhone|iPod", "iphone"], ["Android", "android"], ["Windows", "windows"], ["Mac", "macos"], ["Linux|CrOS", "linux"]]
    .find(([sign]) => new RegExp(sign).test(agent))?.[1];
}

function browserInHand(agent) {
  if (navigator.brave) return "brave";
  return [["SamsungBrowser", "samsung"], ["Edg", "edge"], ["Firefox|FxiOS", "firefox"], ["Chrom|CriOS", "chrome"], ["Safari", "safari"]]
    .find(([sign]) => new RegExp(sign).test(agent))?.[1];
}

function chooseGuide() {
  const agent = navigator.userAgent;
  const inApp = /FBA[NV]|Instagram|WhatsApp|TikTok|musical_ly|GSA\//.test(agent);
  const inHand = `[data-browser="${browserInHand(agent)}"][data-systems~="${systemInHand(agent)}"]`;
  for (const guides of document.querySelectorAll(".guides")) {
    const mine = guides.querySelector(inHand);
    guides.querySelector(".in-app").hidden = !inApp;
    guides.querySelector(".guessed").hidden = !mine;
    if (!mine) continue;
    mine.open = true;
    guides.querySelector(".guessed").after(mine);
  }
}

document.addEventListener("page:shown", chooseGuide);
