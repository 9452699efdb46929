/** The four modules as the door shows them. */
export const outlines = [
  { module: 1, does: 'Why it is the default, where it lives, how it rotates', level: 'Beginner', planned: 4 },
  {
    module: 2,
    does: 'Import token, wrapping, expiry, five failed imports',
    level: 'Intermediate',
    planned: 4,
  },
  { module: 3, does: 'Rotation, availability, FIPS level, which origin when', level: 'Advanced', planned: 5 },
  { module: 4, does: 'Stop, lose, recover and audit a key at 02:40', level: 'Intermediate', planned: 5 },
] as const
