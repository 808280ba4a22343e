// Writes pictures of a user interface small: 256 colours, a third of the usual size. Surfaces keep their
// exact colour; the shades between them, which anti-aliasing makes, become the nearest one kept.
//
//     writeFileSync("plan.png", palette_png(PNG.sync.read(screenshot)));
import { deflateSync } from "node:zlib";

import crc from "pngjs/lib/crc.js";

const MOST_COLORS = 256;
// Colours that differ by less than this in each channel count as one.
const STEP = 8;

/** One number for a colour. @param {Buffer} data @param {number} at */
const color_at = (data, at) => data[at] << 16 | data[at + 1] << 8 | data[at + 2];

const channels = (color) => [color >> 16 & 255, color >> 8 & 255, color & 255];

/** Colours of one neighbourhood have the same number. */
const neighbourhood = (color) =>
    channels(color).reduce((sum, value) => sum * 256 + Math.round(value / STEP), 0);

function distance(a, b) {
    const [one, other] = [channels(a), channels(b)];
    return one.reduce((sum, value, i) => sum + (value - other[i]) ** 2, 0);
}

/** @param {Map<number, number>} counts  how often each colour occurs */
function most_frequent_first(counts) {
    return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([color]) => color);
}

/** The colours to keep, and the place among them of each colour of the picture. A neighbourhood is
 * stood for by its most frequent colour. */
function palette_of(data) {
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
        const color = color_at(data, at);
        counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    const colors = most_frequent_first(counts);
    const standing = new Map();
    const sums = new Map();
    for (const color of colors) {
        const near = neighbourhood(color);
        if (!standing.has(near)) standing.set(near, color);
        const stands = standing.get(near);
        sums.set(stands, (sums.get(stands) ?? 0) + counts.get(color));
    }
    const palette = most_frequent_first(sums).slice(0, MOST_COLORS);
    const nearest = (color) => palette.reduce((best, other, place) =>
        distance(color, other) < distance(color, palette[best]) ? place : best, 0);
    return { palette, places: new Map(colors.map((color) => [color, nearest(color)])) };
}

function chunk(kind, data) {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length, 0);
    body.copy(whole, 4);
    whole.writeInt32BE(crc.crc32(body), body.length + 4);
    return whole;
}

/** @param {{width: number, height: number, data: Buffer}} picture  RGBA, opaque */
export function palette_png({ width, height, data }) {
    const { palette, places } = palette_of(data);
    const rows = Buffer.alloc((width + 1) * height);
    for (let y = 0; y < height; ++y) {
        for (let x = 0; x < width; ++x) {
            rows[y * (width + 1) + 1 + x] = places.get(color_at(data, (y * width + x) * 4));
        }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 3, 0, 0, 0], 8);
    return Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
        chunk("IHDR", header),
        chunk("PLTE", Buffer.from(palette.flatMap(channels))),
        chunk("IDAT", deflateSync(rows, { level: 9 })),
        chunk("IEND", Buffer.alloc(0)),
    ]);
}
