/** The learning objectives, as what a learner can do. RW: what the real world asks for. */
export const objectives = {
  'O1.1': 'Say why generated material is the default.',
  'O1.2': 'Tell availability from durability, and say who answers for each.',
  'O1.3': 'Say who can see key material, and why nobody can take it out.',
  'O2.1': 'Import material step by step, with public key and token.',
  'O2.2': 'Bring material as raw bytes, and tell bytes from text.',
  'O2.3': 'Keep imported material safe outside AWS.',
  'O3.1': 'Compare automatic, on-demand and manual rotation.',
  'O3.2': 'Say what an expiry does to a key and to its data.',
  'O4.1': 'Bring a key back by importing its material again.',
  'O4.2': 'Tell deletion of material, expiry and deletion of a key apart.',
  'O4.3': 'Find out who or what changed a key, and when.',
  RW1: 'Prove where the randomness of a key came from.',
  RW2: 'Judge what imported material gives a hybrid set-up.',
  RW3: 'Plan a kill switch, and name its limits.',
} as const

export type ObjectiveId = keyof typeof objectives
