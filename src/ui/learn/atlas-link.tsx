import { Link } from 'wouter'
import { isKmsErrorCode } from '../../kms/errors.ts'
import { words } from './words.ts'

/** The way to the atlas page of an exception; nothing for what the atlas does not know. */
export function AtlasLink({ code, className }: { code: string; className?: string }) {
  if (!isKmsErrorCode(code)) return null
  return (
    <Link href={`/errors/${code}`} className={className} aria-label={`${words.errors.fromLog}: ${code}`}>
      {words.errors.fromLog}
    </Link>
  )
}
