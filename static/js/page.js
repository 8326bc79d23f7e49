// What modules share: the parts that stay while pages take each other's place.
// Whoever must look at each page anew listens to the event `page:shown` of the document.
export const root = document.documentElement;
export const dock = document.querySelector(".dock");
export const exit = document.querySelector(".quick-exit");

// The sentences that scripts say, in the language of the page shown.
export const words = () => document.querySelector("main").dataset;
