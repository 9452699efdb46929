import type { Station } from './station.ts'

export const writtenDown: Station = {
  opens: [{ what: 'log', x: 4, y: 0, width: 344, height: 206 }],
  draw: ({ facts: { answer } }) => {
    if (!answer) return null
    const { record } = answer
    const request = record.requestParameters ?? {}
    const lines: readonly (readonly [string, string, ('fb' | 'ink')?])[] = [
      ['eventTime', record.eventTime],
      ['eventName', record.eventName],
      ['userIdentity', record.userIdentity.arn?.split('/').slice(1).join('/') ?? ''],
      ['sourceIPAddress', record.sourceIPAddress],
      [
        'keyId',
        `${String(request.keyId ?? '')
          .split('/')
          .at(-1)
          ?.slice(0, 24)}…`,
      ],
      ...(typeof request.expirationModel === 'string'
        ? [['expirationModel', request.expirationModel] as const]
        : []),
      ...(record.errorCode ? [['errorCode', record.errorCode, 'fb'] as const] : []),
      ['readOnly', String(record.readOnly)],
    ]
    return (
      <>
        <rect x="4" y="0" width="344" height="206" fill="var(--sunken)" />
        <text x="16" y="22" className="sm">
          row {answer.event}
        </text>
        {lines.map(([name, value, tone = 'ink'], i) => (
          <g key={name} transform={`translate(16 ${46 + 21 * i})`}>
            <text className="ms">{name}</text>
            <text x="122" className={`ms ${tone}`}>
              {value}
            </text>
          </g>
        ))}
        <text x="4" y="228" className="s2">
          The bytes are not in it, wrapped or plain.
        </text>
      </>
    )
  },
}
