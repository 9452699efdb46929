import { describe, expect, it } from 'vitest'
import { caller, material, testAccount } from '../kms/testing/account.ts'
import type { Caller } from '../kms/trail.ts'
import { authorizeByPolicies } from './authorize.ts'
import { GUARDRAIL, rolesTable, SESSIONS, sessionOf, type SessionRecord } from './identities.ts'

const HOME = '111122223333'
const AWAY = '444455556666'
const ACTION = 'kms:Encrypt'
type Statement = Readonly<Record<string, unknown>>
const document = (...statements: readonly Statement[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((one) => ({ Effect: 'Allow', Action: ACTION, Resource: '*', ...one })),
  })

/** Every policy that may have a say, in every state that matters. */
const GUARDRAILS = {
  none: undefined,
  'denies other things': document({ Effect: 'Deny', Action: 'kms:Decrypt' }),
  denies: document({ Effect: 'Deny' }),
  'allows it': document({}),
  'allows other things': document({ Action: 'kms:Decrypt' }),
} as const
const IDENTITIES = {
  none: document({ Action: 'kms:Decrypt' }),
  allows: document({}),
  denies: document({ Action: '*' }, { Effect: 'Deny' }),
} as const
const IN_SESSION = {
  none: undefined,
  allows: document({}),
  narrows: document({ Action: 'kms:Decrypt' }),
  denies: document({ Action: '*' }, { Effect: 'Deny' }),
} as const
const CALLERS = ['root', 'role', 'root away', 'role away'] as const
const ON_KEY = ['nobody', 'account', 'role', 'session', 'everybody', 'account, but denies the role'] as const
const GRANTS = ['none', 'role', 'account'] as const

interface Case {
  readonly who: (typeof CALLERS)[number]
  readonly guardrail: keyof typeof GUARDRAILS
  readonly identity: keyof typeof IDENTITIES
  readonly session: keyof typeof IN_SESSION
  readonly onKey: (typeof ON_KEY)[number]
  readonly grant: (typeof GRANTS)[number]
}

const names = <T extends object>(table: T) => Object.keys(table) as (keyof T)[]
function* cases(): Generator<Case> {
  for (const who of CALLERS)
    for (const guardrail of names(GUARDRAILS))
      for (const identity of who.startsWith('root') ? (['allows'] as const) : names(IDENTITIES))
        for (const session of who.startsWith('root') ? (['none'] as const) : names(IN_SESSION))
          for (const onKey of ON_KEY)
            for (const grant of GRANTS) yield { who, guardrail, identity, session, onKey, grant }
}

const OUT_OF_SIGHT = 'or a resource-based policy explicitly denies access'
const no = (policy: string) => `because no ${policy} policy allows the ${ACTION} action`
const deny = (policy: string) => `with an explicit deny in ${policy} policy`

/**
 * The order of decisions written down a second time, as a list of questions about words. No code of the evaluator is
 * used. @returns undefined: allowed; else how the refusal ends
 */
function expected({ who, guardrail, identity, session, onKey, grant }: Case): string | undefined {
  const root = who.startsWith('root')
  const away = who.endsWith('away')
  const denied = !root && onKey === 'account, but denies the role'
  const accountOnly = onKey.startsWith('account') && !root
  const named = (onKey === 'role' && !root) || onKey === 'everybody' || (onKey.startsWith('account') && root)
  const bySession = onKey === 'session' && !root
  const grantNames = (grant === 'role' && !root) || (grant === 'account' && root)
  const keySays = !denied && (accountOnly || named || bySession || grant === 'account' || grantNames)
  if (away && !keySays) return OUT_OF_SIGHT
  if (denied) return deny('a resource-based')
  if (guardrail === 'denies') return deny('a service control')
  if (identity === 'denies') return deny('an identity-based')
  if (session === 'denies') return deny('a session')
  const room = guardrail !== 'allows other things'
  if (!keySays) return room ? no('resource-based') : no('service control')
  if (!room) return no('service control')
  const needsIdentity = away || !(bySession || named || grantNames)
  if (needsIdentity && !root && identity === 'none') return no('identity-based')
  const needsSession = away || !bySession
  return needsSession && session === 'narrows' ? no('session') : undefined
}

async function world({ who, guardrail, identity, session, onKey, grant }: Case) {
  const account = testAccount({ authorize: authorizeByPolicies })
  const home = who.endsWith('away') ? AWAY : HOME
  const accessKeyId = 'LABSESSION0000000001'
  const principal = sessionOf(home, 'Tester', 'now', { accessKeyId })
  const as: Caller = who.startsWith('root')
    ? caller('eu-west-1', home)
    : { ...caller('eu-west-1', home), principal }
  const role = `arn:aws:iam::${home}:role/Tester`
  const meant = {
    nobody: { AWS: `arn:aws:iam::${HOME}:role/Somebody` },
    account: { AWS: `arn:aws:iam::${home}:root` },
    'account, but denies the role': { AWS: home },
    role: { AWS: role },
    session: { AWS: principal.arn },
    everybody: '*',
  }[onKey]
  const { id, arn } = await account.createKey({
    BypassPolicyLockoutSafetyCheck: true,
    Policy: document(
      { Principal: meant },
      { Principal: { AWS: `arn:aws:iam::${HOME}:role/Granter` }, Action: 'kms:*' },
      ...(onKey.includes('denies') ? [{ Effect: 'Deny', Principal: { AWS: role } }] : []),
    ),
  })
  if (grant !== 'none')
    await account.call(
      'CreateGrant',
      {
        KeyId: id,
        GranteePrincipal: grant === 'role' ? role : `arn:aws:iam::${home}:root`,
        Operations: ['Encrypt'],
      },
      { ...caller(), principal: sessionOf(HOME, 'Granter', 'x') },
    )
  const policy = IN_SESSION[session]
  const row: SessionRecord = {
    accountId: home,
    role: 'Tester',
    name: 'now',
    token: '',
    since: 0,
    until: 1,
    ...(policy === undefined ? {} : { policy }),
  }
  account.tables.apply([
    [
      rolesTable(home),
      'Tester',
      { name: 'Tester', policies: { it: IDENTITIES[identity] }, trustPolicy: '{}' },
    ],
    [SESSIONS, accessKeyId, row],
    [GUARDRAIL, 'guardrail', GUARDRAILS[guardrail] ?? null],
  ])
  const answer = await account.call('Encrypt', { KeyId: arn, Plaintext: material(1) }, as).then(
    () => undefined,
    ({ message }: Error) => message,
  )
  return { account, answer, as, arn }
}

describe('the order of decisions', () => {
  it('is the one written down here, for every mixture of policies, callers and grants', async () => {
    let [allowed, refused] = [0, 0]
    for (const each of cases()) {
      const want = expected(each)
      const { answer, as, arn } = await world(each)
      const about = JSON.stringify(each)
      if (want === undefined) {
        allowed++
        expect(answer, about).toBeUndefined()
        continue
      }
      refused++
      const on = want === OUT_OF_SIGHT ? 'on this resource because' : `on resource: ${arn} `
      expect(answer, about).toMatch(new RegExp(`${want}$`))
      expect(answer, about).toContain(
        `User: ${as.principal.arn} is not authorized to perform: ${ACTION} ${on}`,
      )
    }
    expect(allowed + refused).toBe(2 * 5 * (1 + 12) * 6 * 3)
    expect(allowed).toBeGreaterThan(200)
    expect(refused).toBeGreaterThan(1000)
  })
})

describe('records of a call between accounts (F-701)', () => {
  const between: Case = {
    who: 'role away',
    guardrail: 'none',
    identity: 'allows',
    session: 'none',
    onKey: 'account',
    grant: 'none',
  }

  it('are two when it was allowed, tied together, and the owner reads of the caller the account alone', async () => {
    const { account, arn } = await world(between)
    const [own, owners] = account.trail.filter(({ eventName }) => eventName === 'Encrypt')
    expect(own).toMatchObject({ recipientAccountId: AWAY, userIdentity: { type: 'AssumedRole' } })
    expect(owners).toMatchObject({
      recipientAccountId: HOME,
      userIdentity: { type: 'AWSAccount', accountId: AWAY },
      resources: [{ accountId: HOME, ARN: arn }],
    })
    expect(owners?.userIdentity).not.toHaveProperty('arn')
    expect(owners?.sharedEventID).toBe(own?.sharedEventID)
    expect(owners?.eventID).not.toBe(own?.eventID)
    expect(owners?.requestID).toBe(own?.requestID)
  })

  it('is the caller’s alone when access was denied', async () => {
    const { account } = await world({ ...between, onKey: 'nobody' })
    const records = account.trail.filter(({ eventName }) => eventName === 'Encrypt')
    expect(records).toMatchObject([{ errorCode: 'AccessDeniedException', recipientAccountId: AWAY }])
    expect(records).toHaveLength(1)
  })

  it('are two again for any other error', async () => {
    const { account, arn, as } = await world(between)
    await account
      .call('DisableKey', { KeyId: arn }, { ...caller(), principal: sessionOf(HOME, 'Granter', 'x') })
      .catch(() => {})
    account.tables.apply([
      [
        rolesTable(HOME),
        'Granter',
        { name: 'Granter', policies: { all: document({ Action: '*' }) }, trustPolicy: '{}' },
      ],
    ])
    await account.call(
      'DisableKey',
      { KeyId: arn },
      { ...caller(), principal: sessionOf(HOME, 'Granter', 'x') },
    )
    await expect(account.call('Encrypt', { KeyId: arn, Plaintext: material(1) }, as)).rejects.toMatchObject({
      code: 'DisabledException',
    })
    expect(
      account.trail.slice(-2).map(({ recipientAccountId, errorCode }) => [recipientAccountId, errorCode]),
    ).toEqual([
      [AWAY, 'DisabledException'],
      [HOME, 'DisabledException'],
    ])
  })

  it('tells nothing of a key of others that is not there', async () => {
    const { account, arn, as } = await world({ ...between, onKey: 'nobody' })
    const answer = (KeyId: string) =>
      account.call('Encrypt', { KeyId, Plaintext: material(1) }, as).catch(({ message }: Error) => message)
    expect(await answer(arn.replace(/.{12}$/, '000000000000'))).toBe(await answer(arn))
    expect(await answer(`arn:aws:kms:eu-west-1:${HOME}:alias/none`)).toBe(await answer(arn))
  })
})
