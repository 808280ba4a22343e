// @ts-check
// Draws single characters with the system's fonts: what Inter has no glyph for (other scripts,
// emoji), without downloading a font.

const SIDE = 256;

/** @type {CanvasRenderingContext2D | null} */
let context = null;

function drawing_context() {
    if (!context) {
        const canvas = document.createElement("canvas");
        canvas.width = SIDE;
        canvas.height = SIDE;
        context = canvas.getContext("2d", { willReadFrequently: true });
        if (!context) throw new Error("no 2D canvas");
        context.fillStyle = "#fff";
        context.textBaseline = "alphabetic";
    }
    return context;
}

/**
 * Advance, left, ascent, width and height of the character's picture in pixels; the last two are 0
 * when there is nothing to draw.
 * @param {number} code_point
 * @param {number} size  pixels to the em
 * @returns {[number, number, number, number, number]}
 */
export function measure(code_point, size) {
    const pen = drawing_context();
    pen.font = `${size}px Inter, system-ui, sans-serif`;
    const metrics = pen.measureText(String.fromCodePoint(code_point));
    const left = Math.floor(-metrics.actualBoundingBoxLeft) - 1;
    const ascent = Math.ceil(metrics.actualBoundingBoxAscent) + 1;
    const width = Math.ceil(metrics.actualBoundingBoxRight) + 1 - left;
    const height = ascent + Math.ceil(metrics.actualBoundingBoxDescent) + 1;
    const drawable = width > 2 && height > 2 && width <= SIDE && height <= SIDE;
    return [metrics.width, left, ascent, drawable ? width : 0, drawable ? height : 0];
}

/**
 * The picture of the character that was measured last, as RGBA, white where it has no own colour.
 * @param {number} code_point
 * @param {number} left
 * @param {number} ascent
 * @param {number} width
 * @param {number} height
 */
export function draw(code_point, left, ascent, width, height) {
    const pen = drawing_context();
    pen.clearRect(0, 0, width, height);
    pen.fillText(String.fromCodePoint(code_point), -left, ascent);
    return pen.getImageData(0, 0, width, height).data;
}
