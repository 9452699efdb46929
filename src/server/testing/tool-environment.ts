/**
 * What a tool of AWS finds in its environment, so that it speaks to this endpoint and to nothing else.
 *
 * @param absent a path at which there is no file: the settings of whoever runs the test stay out of it
 */
export function toolEnvironment(port: number, absent: string): NodeJS.ProcessEnv {
  const { AWS_PROFILE: _, ...others } = process.env
  const url = `http://127.0.0.1:${port}`
  return {
    ...others,
    NO_PROXY: '127.0.0.1',
    AWS_ENDPOINT_URL_KMS: url,
    AWS_ENDPOINT_URL_STS: url,
    AWS_ACCESS_KEY_ID: 'lab',
    AWS_SECRET_ACCESS_KEY: 'lab',
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_CONFIG_FILE: absent,
    AWS_SHARED_CREDENTIALS_FILE: absent,
    AWS_PAGER: '',
    AWS_MAX_ATTEMPTS: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}
