/**
 * The body is not JSON, or a value is of another type than the operation's shape says.
 * The engine never sees such a request; AWS answers SerializationException (F-504).
 */
export class SerializationError extends Error {
  override readonly name = 'SerializationError'
}
