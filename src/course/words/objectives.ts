/** The learning objectives of the curriculum, and the three real-world cases it names. */
export const objectives = {
  'O1.1': 'Say why generated material is the default',
  'O1.2': 'Say what availability and durability generated material has',
  'O1.3': 'Say what nobody can see or take out of a generated key',
  'O2.1': 'Import material step by step, with a public key and a token',
  'O2.2': 'Tell binary from text before anything is encrypted',
  'O2.3': 'Keep imported bytes durable outside AWS',
  'O3.1': 'Compare automatic and manual rotation',
  'O3.2': 'Predict what expiry does to a key and to its data',
  'O4.1': 'Import the same material again',
  'O4.2': 'Tell deletion from expiration',
  'O4.3': 'Audit what happened to a key',
  RW1: 'Own entropy that can be proved',
  RW2: 'The same bytes in AWS and outside of it',
  RW3: 'A kill switch for data',
} as const

export type ObjectiveId = keyof typeof objectives
