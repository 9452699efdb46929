import { isCommercialRegion } from '../../../kms/regions.ts'
import { profileNames } from '../../../wire/profiles.ts'
import type { CommandContext } from '../../command.ts'
import { failure } from './cli-error.ts'
import { readProfiles, type Section } from './config-file.ts'

/** Who signs a request, and where it goes. */
export interface Caller {
  readonly accessKeyId: string
  readonly sessionToken?: string
  readonly region: string
}

export interface Asked {
  readonly profile?: string
  readonly region?: string
}

type Surroundings = Pick<CommandContext, 'files' | 'env' | 'host'>

/**
 * Finds the caller as the CLI does: a profile named on the line, then keys in the environment, then the profile in
 * force. A profile is a role of this world, or a section of ~/.aws/config.
 *
 * @throws CliError for a profile or a Region that is not there
 */
export async function callerFor(
  service: string,
  { profile, region }: Asked,
  { files, env, host }: Surroundings,
): Promise<Caller> {
  const name = profile ?? env.get('AWS_PROFILE') ?? env.get('AWS_DEFAULT_PROFILE') ?? 'default'
  const identity = await host.identity()
  const sections = await readProfiles(files, env)
  const section = sections.get(name)
  if (name !== 'default' && !section && !profileNames.includes(name))
    throw failure(`The config profile (${name}) could not be found`)
  const where =
    region ??
    env.get('AWS_REGION') ??
    env.get('AWS_DEFAULT_REGION') ??
    section?.get('region') ??
    identity.region
  requireRegion(service, where)
  const fromEnvironment = env.get('AWS_ACCESS_KEY_ID')
  if (profile === undefined && fromEnvironment !== undefined) {
    const sessionToken = env.get('AWS_SESSION_TOKEN')
    return { accessKeyId: fromEnvironment, region: where, ...(sessionToken && { sessionToken }) }
  }
  return { ...keysOf(name, section, sections, identity.profile), region: where }
}

function keysOf(
  name: string,
  section: Section | undefined,
  sections: ReadonlyMap<string, Section>,
  inForce: string,
): Pick<Caller, 'accessKeyId' | 'sessionToken'> {
  const accessKeyId = section?.get('aws_access_key_id')
  const sessionToken = section?.get('aws_session_token')
  if (accessKeyId !== undefined) return { accessKeyId, ...(sessionToken && { sessionToken }) }
  const [, role] = /^arn:aws:iam::\d{12}:role\/([\w+=,.@-]+)$/.exec(section?.get('role_arn') ?? '') ?? []
  if (role !== undefined) return { accessKeyId: role }
  const source = section?.get('source_profile')
  if (source !== undefined && source !== name && profileNames.includes(source)) return { accessKeyId: source }
  void sections
  return { accessKeyId: profileNames.includes(name) ? name : inForce }
}

function requireRegion(service: string, region: string): void {
  if (!/^(?!-)[a-zA-Z\d-]{1,63}(?<!-)$/.test(region))
    throw failure(`Provided region_name '${region}' doesn't match a supported format.`)
  if (!isCommercialRegion(region))
    throw failure(
      `Could not connect to the endpoint URL: "https://${HOSTS[service] ?? service}.${region}.amazonaws.com/"`,
    )
}

const HOSTS: Readonly<Record<string, string>> = { cloudwatch: 'monitoring' }
