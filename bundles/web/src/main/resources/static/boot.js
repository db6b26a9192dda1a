// Before anything else: where a part of the page does not arrive, it is asked for once more, and then said.
(() => {
  const KEPT = 'escale.again';
  const SAID = 'La page n’est pas arrivée en entier. · De pagina kwam niet volledig aan. · The page did not arrive in whole.';
  const before = () => { try { return Number(sessionStorage.getItem(KEPT)); } catch { return Date.now(); } };
  const failed = () => {
    if (Date.now() - before() > 30_000) {
      try { sessionStorage.setItem(KEPT, String(Date.now())); } catch { return; }
      location.reload();
      return;
    }
    const said = document.createElement('p');
    said.className = 'loading';
    said.setAttribute('role', 'alert');
    said.append(SAID, ' ');
    const again = document.createElement('a');
    again.href = '/';
    again.textContent = '↻';
    again.setAttribute('aria-label', 'Escale');
    said.append(again);
    document.getElementById('app')?.replaceChildren(said);
  };
  addEventListener('error', event => { if (event.target?.tagName === 'SCRIPT') failed(); }, true);
})();
