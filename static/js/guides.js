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
  const guides = document.querySelector(".guides");
  if (!guides) return;
  const agent = navigator.userAgent;
  const mine = guides.querySelector(`[data-browser="${browserInHand(agent)}"][data-systems~="${systemInHand(agent)}"]`);
  document.querySelector(".in-app").hidden = !/FBA[NV]|Instagram|WhatsApp|TikTok|musical_ly|GSA\//.test(agent);
  document.querySelector(".guessed").hidden = !mine;
  if (!mine) return;
  mine.open = true;
  guides.prepend(mine);
}
