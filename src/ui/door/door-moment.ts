import { minutes, type Instant } from '../../world/clock.ts'
import type { SocketLook } from '../glyphs/socket.tsx'
import { stateWord } from '../key-look.ts'
import { clockTime, shortDate, span } from '../when.ts'
import type { DoorMoment } from './door-scene.tsx'
import { says } from './door-words.ts'
import type { DoorState } from './use-door.ts'

/** What the scene shows now. @param shown the clock as it runs: the material stays seated until it passes the end */
export function currentLook(
  { phase, facts, plaintext, readAt, refused }: DoorState,
  shown: Instant,
): DoorMoment {
  const end = facts?.end ?? shown + minutes(60)
  const running = facts !== undefined && shown < facts.now
  const state = running && shown < end ? 'Enabled' : (facts?.keyState ?? 'Enabled')
  const empty = state === 'PendingImport'
  const fileName = facts?.fileName ?? 'visit-7.enc'
  const socket: SocketLook = empty
    ? { custody: 'you', fill: 'emptied', teeth: facts?.teeth, dropping: phase === 'again' }
    : { custody: 'you', fill: 'seated', teeth: facts?.teeth, text: facts?.hex, expires: true }
  const over = shown >= end && empty
  const until = state === 'Enabled' && shown >= end && facts ? facts.endAgain : end
  return {
    fileName,
    plainName: fileName.replace(/\.\w+$/, '.txt'),
    materialName: facts?.materialName ?? 'material.bin',
    alias: facts?.alias ?? 'alias/visits',
    fileNote: says.notes.file,
    plainNote:
      plaintext === undefined || readAt === undefined
        ? says.notes.plainNot
        : says.notes.plainAt(clockTime(readAt)),
    materialNote: says.notes.material,
    stateWord: stateWord(state),
    expiry: over ? says.materialExpired(clockTime(end)) : says.materialExpires(shortDate(until, shown)),
    expiryNote: over
      ? says.ago(span(shown - end))
      : says.inMinutes(span(Math.ceil((until - shown) / minutes(1)) * minutes(1))),
    caption: over
      ? says.captions.empty
      : phase === 'read-again' || phase === 'done'
        ? says.captions.back
        : says.captions.enabled,
    teeth: facts?.teeth,
    socket,
    decrypt:
      refused && (phase === 'restore' || phase === 'broken')
        ? { error: refused.code }
        : phase === 'predict' || phase === 'jump' || phase === 'done'
          ? 'done'
          : 'staged',
    describes: (over ? says.describes.empty : says.describes.enabled)(fileName),
  }
}
