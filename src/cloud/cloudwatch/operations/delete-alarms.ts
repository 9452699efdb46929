import { list } from '../../../kms/shapes.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { alarmsTable, type AlarmRow } from '../alarm.ts'
import { noteHistory } from '../alarm-history.ts'
import { alarmName } from '../members.ts'

/** All of the named ones, or none when one is not there. */
export const deleteAlarms = serviceOperation({
  service: 'cloudwatch',
  name: 'DeleteAlarms',
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html',
  readOnly: false,
  input: { AlarmNames: list(alarmName(), { max: 100 }) },
  output: {},
  trail: { request: ['AlarmNames'], response: [] },
  run({ input, caller, draft, world }) {
    const table = alarmsTable(caller.accountId, caller.region)
    for (const name of input.AlarmNames) {
      const alarm = draft.get<AlarmRow>(table, name)
      if (!alarm) throw new ServiceError('ResourceNotFound', `Alarm ${name} does not exist`, 404)
      draft.remove(table, name)
      noteHistory(draft, alarm, {
        at: world.clock.now(),
        type: 'ConfigurationUpdate',
        summary: `Alarm "${name}" deleted`.slice(0, 255),
        data: JSON.stringify({ version: '1.0', type: 'Delete' }),
      })
    }
    return {}
  },
})
