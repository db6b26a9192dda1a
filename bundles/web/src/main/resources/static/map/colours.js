// A network's colour comes from its own bundle; what is written on it must still be readable.
const NONE = '#6d6478';

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The colour of a network, or the neutral one of a centre in none. */
export const colourOf = network => (/^#[0-9a-fA-F]{6}$/.test(network?.colour ?? '') ? network.colour : NONE);

/** Black or white: one of them always has a contrast of 4.5 to 1 or more. */
export const inkOn = colour => (luminance(colour) > 0.179 ? '#000000' : '#ffffff');
