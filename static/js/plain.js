// What people type, and the names of places, in one form.
export const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15)
  .replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/&/g, " et ").replace(/[^a-z0-9]+/g, " ").trim();
