import { encodeHex } from '../bytes/hex.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { sha256 } from '../crypto/sha256.ts'

/**
 * A password or secret access key as the tables keep it. Both sides of a login are simulated here, so comparing
 * digests is enough and the text itself need not be kept anywhere.
 * @param whose what it belongs to: a cluster certificate, an access key id
 */
export const secretDigest = (whose: string, secret: string): string =>
  encodeHex(sha256(encodeUtf8(`kms-key-material-lab/outside-secret/${whose.length}/${whose}/${secret}`)))
