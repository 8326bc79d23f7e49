// How ESLint reads the scripts of the pages and of the editor; tests/rendering/test_scripts.py runs it.
import js from "@eslint/js";

// What scripts take from the browser. Written out, for the usual list of all that a browser has also holds `find`, `focus`
// and `name`, behind which a slip would hide.
const BROWSER = [
  ...["document", "location", "navigator", "performance", "scrollY", "localStorage", "sessionStorage", "caches", "indexedDB"],
  ...["addEventListener", "setTimeout", "clearTimeout", "scrollTo", "stop", "fetch", "matchMedia", "print"],
  ...["self", "top", "AbortController", "CustomEvent", "DOMParser", "Event", "IntersectionObserver", "URL"],
];
// What the pages of the editor take besides.
const EDITOR = ["window", "Blob", "DOMException", "File", "URLSearchParams", "history", "MutationObserver", "XMLHttpRequest", "setInterval"];
const OF_EDITOR = ["site/eclaircie/editing/static/*.js"];
const named = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));
const ALONE = ["static/js/quick-exit.js", "static/js/preview.js"]; // stand in a page by themselves: they import nothing

export default [
  js.configs.recommended,
  {
    files: ["static/js/*.js", ...OF_EDITOR],
    languageOptions: { sourceType: "module", globals: named(BROWSER) },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-shadow": ["error", { builtinGlobals: true, hoist: "all" }],
      "no-undef": ["error", { typeof: true }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  { files: OF_EDITOR, languageOptions: { globals: named(EDITOR) } },
  { files: ALONE, languageOptions: { sourceType: "script" } },
];
