// What this browser keeps between visits. A captive portal's little window may keep nothing, or refuse to.
export function recollect(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // it is asked for again next time
  }
}
