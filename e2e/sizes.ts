/** A laptop, a small one, a tablet, a phone, and a frame in a course page: width and height in CSS pixels. */
export const sizes = [
  [1440, 900],
  [1280, 800],
  [820, 1180],
  [390, 844],
  [760, 600],
] as const
