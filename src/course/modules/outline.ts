/** The four modules as the door shows them. */
export const outlines = [
  { module: 1, does: 'Why it is the default, where it lives, how it rotates', level: 'Beginner' },
  {
    module: 2,
    does: 'Import token, wrapping, expiry, five failed imports',
    level: 'Intermediate',
  },
  { module: 3, does: 'Rotation, availability, FIPS level, which origin when', level: 'Advanced' },
  { module: 4, does: 'Stop, lose, recover and audit a key at 02:40', level: 'Intermediate' },
] as const
