import { sessionOf } from '../../cloud/identities.ts'
import { engineDoor, type OpenDoor } from '../door-of-play.ts'

/** Every request is made by a role that may do nothing. */
export const asNobody: OpenDoor = async (cloud) => {
  const open = await engineDoor(cloud)
  return {
    request: (service, operation, input, caller) =>
      open.request(service, operation, input, {
        ...caller,
        principal: sessionOf(caller.accountId, 'Nobody', 'lab'),
      }),
  }
}
