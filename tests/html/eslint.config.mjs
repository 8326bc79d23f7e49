// How ESLint reads the scripts of the pages; tests/rendering/test_scripts.py runs it.
import js from "@eslint/js";

// What scripts take from the browser. Written out, for the usual list of all that a browser has also holds `find`, `focus`
// and `name`, behind which a slip would hide.
const BROWSER = [
  ...["document", "location", "navigator", "performance", "scrollY", "localStorage", "sessionStorage", "caches", "indexedDB"],
  ...["addEventListener", "setTimeout", "clearTimeout", "scrollTo", "stop", "fetch", "matchMedia"],
  ...["AbortController", "CustomEvent", "DOMParser", "Event", "URL"],
];
const ALONE = ["static/js/quick-exit.js", "static/js/preview.js"]; // stand in a page by themselves: they import nothing

export default [
  js.configs.recommended,
  {
    files: ["static/js/*.js"],
    languageOptions: { sourceType: "module", globals: Object.fromEntries(BROWSER.map((name) => [name, "readonly"])) },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-shadow": ["error", { builtinGlobals: true, hoist: "all" }],
      "no-undef": ["error", { typeof: true }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  { files: ALONE, languageOptions: { sourceType: "script" } },
];
