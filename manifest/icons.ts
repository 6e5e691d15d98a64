import sharp from 'sharp';

/** Edge in pixels, by what the manifest calls them. */
const edges = { color: 192, outline: 32 };

const isWhiteOnTransparent = async (png: Uint8Array): Promise<boolean> => {
  const { data } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = Array.from({ length: data.length / 4 }, (_, at) => data.subarray(at * 4, at * 4 + 4));
  const drawn = pixels.filter(([, , , alpha]) => alpha !== 0);
  return (
    drawn.length > 0 &&
    drawn.length < pixels.length &&
    drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)
  );
};

/** What Teams would not take about an icon: format, size, and of the outline that it is white on nothing. */
export const iconFaults = async (kind: keyof typeof edges, png: Uint8Array): Promise<readonly string[]> => {
  const { format, width, height } = await sharp(png)
    .metadata()
    .catch(() => ({ format: 'no picture', width: 0, height: 0 }));
  const edge = edges[kind];
  if (format !== 'png') return [`must be a PNG, is ${format}`];
  const size =
    width === edge && height === edge ? [] : [`must be ${edge} × ${edge}, is ${width} × ${height}`];
  const white = kind === 'color' || (await isWhiteOnTransparent(png)) ? [] : ['must be white on transparent'];
  return [...size, ...white];
};
