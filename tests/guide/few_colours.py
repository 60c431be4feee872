"""A PNG with a palette of at most 256 colours: a third of the bytes, and text looks the same. The browser reads the pixels and
chooses the colours; what is left to write is PNG's own frame (ISO/IEC 15948, chunks IHDR, PLTE, IDAT and IEND).
"""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any

from playwright.sync_api import Page

_READ = """
async (data) => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + data)).blob());
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
  const times = new Map();
  for (const one of pixels) times.set(one, (times.get(one) ?? 0) + 1);
  const palette = [...times].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 256).map(([one]) => one);
  const parts = (one) => [one & 255, (one >> 8) & 255, (one >> 16) & 255];
  const colours = palette.map(parts);
  const nearest = new Map(palette.map((one, index) => [one, index]));
  const distance = (a, b) => a.reduce((sum, value, at) => sum + (value - b[at]) ** 2, 0);
  for (const one of times.keys()) {
    if (nearest.has(one)) continue;
    const wanted = parts(one);
    let best = 0;
    colours.forEach((colour, index) => { if (distance(colour, wanted) < distance(colours[best], wanted)) best = index; });
    nearest.set(one, best);
  }
  const bytes = Uint8Array.from(pixels, (one) => nearest.get(one));
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { width, height, palette: colours.flat(), pixels: btoa(text) };
}
"""


def few_colours(page: Page, png: bytes) -> bytes:
    """The picture of a PNG in the 256 colours that it has most of; other colours become the nearest of them. `page`: any window,
    which stays as it is.
    """
    context = page.context.browser
    assert context
    blank = context.new_page()
    read: dict[str, Any] = blank.evaluate(_READ, base64.b64encode(png).decode())
    blank.close()
    width, height = read["width"], read["height"]
    pixels = base64.b64decode(read["pixels"])
    rows = b"".join(b"\0" + pixels[at : at + width] for at in range(0, width * height, width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", bytes(read["palette"])), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
