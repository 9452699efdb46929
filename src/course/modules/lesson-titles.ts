/** What each lesson is called and where it is found, in order, for pages that do not show its text. */
export const lessonTitles = {
  1: [
    { id: 'key-and-material', title: 'A key is not its material' },
    { id: 'why-it-is-the-default', title: 'Why generated material is the default' },
    { id: 'nobody-can-take-it-out', title: 'Nobody can take it out' },
    { id: 'rotation-of-generated', title: 'How generated material rotates' },
  ],
  2: [
    { id: 'import-in-order', title: 'The import, in order' },
    { id: 'bytes-not-letters', title: 'Thirty-two bytes, not letters' },
    { id: 'box-and-label', title: 'The box, the label and three checks' },
    { id: 'the-date-on-it', title: 'The date on the material' },
    { id: 'your-copy', title: 'Your copy is the original' },
  ],
  3: [
    { id: 'three-ways-to-rotate', title: 'Three ways to rotate' },
    { id: 'several-materials', title: 'Several materials in one key' },
    { id: 'kill-switch', title: 'A kill switch and its limits' },
    { id: 'which-origin-when', title: 'Which origin when' },
    { id: 'two-regions', title: 'One material in two Regions' },
  ],
  4: [
    { id: 'four-ways-to-stop', title: 'Four ways to stop a key' },
    { id: 'bring-it-back', title: 'Bring it back' },
    { id: 'gone-for-good', title: 'Gone for good' },
    { id: 'who-did-it', title: 'Who did it?' },
  ],
} as const satisfies Record<1 | 2 | 3 | 4, readonly { readonly id: string; readonly title: string }[]>
