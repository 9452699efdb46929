import type { MatchItem } from '../../item-definition.ts'

export const iq23: MatchItem = {
  id: 'IQ23',
  type: 'match',
  metric: 'import-workflow',
  competency: 'IMP-4',
  difficulty: 2,
  lens: 'both',
  stem: 'Four commands of OpenSSL 3 each write a file, meant for a symmetric key in eu-west-1. Match each command with what `wc -c` says about its file.',
  left: [
    {
      id: 'raw',
      text: '`openssl rand -out a.bin 32`',
      right: '32',
      because: '32 raw bytes: this is material for a symmetric key.',
    },
    {
      id: 'base64',
      text: '`openssl rand -base64 32 > b.bin`',
      right: '45',
      because: '44 letters and the end of the line.',
    },
    {
      id: 'hex',
      text: '`openssl rand -hex 32 > c.bin`',
      right: '65',
      because: 'Two digits for each byte, and the end of the line.',
    },
    {
      id: 'short',
      text: '`openssl rand -out d.bin 16`',
      right: '16',
      because: 'Raw, but half as long as the key needs.',
    },
  ],
  right: [
    { id: '16', text: '16 bytes: too short for the key.' },
    { id: '32', text: '32 bytes: fit for the key.' },
    { id: '45', text: '45 bytes: text, not fit.' },
    { id: '65', text: '65 bytes: text, not fit.' },
  ],
  slips: [
    {
      left: 'base64',
      right: '32',
      misconception: 'M-14',
      because: '32 bytes were drawn. What stands in the file are letters.',
    },
    {
      left: 'hex',
      right: '32',
      misconception: 'M-14',
      because: '32 bytes were drawn. What stands in the file are digits.',
    },
    {
      left: 'short',
      right: '32',
      misconception: 'M-33',
      because: 'The number at the end is the number of bytes. This key takes 32 and nothing else.',
    },
    {
      left: 'hex',
      right: '45',
      misconception: 'M-14',
      because: 'Base64 needs four letters for three bytes, hex needs two digits for one.',
    },
  ],
  rests: [
    ['F-311', 'importingConcepts'],
    ['F-359', 'encryptMaterial'],
  ],
  checked: '2026-11-23',
}
