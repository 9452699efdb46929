/** What the custodian says on the phone, in her own words. */
export const custodianWords = {
  who: 'Amara, the custodian',
  none: {
    AWS_KMS: (key: string) =>
      `KMS made the material of \`${key}\` itself. I never held it, and no safe of mine has it.`,
    store: (key: string) =>
      `The material of \`${key}\` was made in the key store and stays there. I never held it.`,
  },
  imported: (key: string, day: string, end: string | undefined) =>
    `I imported material into \`${key}\` on ${day}, ${end === undefined ? 'without a date on which it ends' : `and it ends on ${end} UTC`}.`,
  fits: (name: string, line: string) => `\`${name}\` has the SHA-256 of the card’s line “${line}”.`,
  fitsNone: (name: string, bytes: number) =>
    `\`${name}\` has ${bytes} bytes, and its SHA-256 is not on the card.`,
  noFile: 'My safes hold no file for it.',
  noCopy: 'I know of no other copy. Without the same bytes I can do nothing for this key.',
  gives: (key: string, region: string, files: number) =>
    `You read me the state of \`${key}\` in ${region}: \`PendingImport\`. So the bytes are needed. ${files === 1 ? 'The file is' : 'The files are'} on your disk now.`,
  hasThem: 'You have what fits on your disk already.',
  keeps: (key: string, state: string) =>
    `You read me the state of \`${key}\`: \`${state}\`. No import waits, so the bytes stay in the safe.`,
  neverHeld: (key: string) => `\`${key}\` is gone. I never held bytes of it, and no safe of mine has any.`,
  gone: (key: string) => `\`${key}\` is gone. Its bytes open nothing in another key.`,
  unknown: 'Who or what stopped the service I do not know. That is in the trail.',
} as const
