// A QR code as one SVG path.
import { html } from 'preact';
import { generate } from 'qr';

const QUIET = 3;

export function Qr({ text, label }) {
  const code = generate(text);
  const side = code.size + 2 * QUIET;
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
    }
  }
  return html`<svg class="qr-code" role="img" aria-label=${label} viewBox=${`0 0 ${side} ${side}`}
    shape-rendering="crispEdges"><rect width=${side} height=${side} fill="#fff" /><path d=${path} fill="#000" /></svg>`;
}
