import type { ShellCommand } from '../command.ts'

/** The AWS CLI. Its code is loaded with the first line that needs it. */
export const aws: ShellCommand = {
  name: 'aws',
  summary: 'the AWS Command Line Interface, version 2, for the services of this world',
  manual: `NAME
       aws - the AWS Command Line Interface, version 2

SYNOPSIS
       aws [options] <command> <subcommand> [parameters]

DESCRIPTION
       Reads lines, checks them and prints answers as AWS CLI version 2 does.
       "aws help", "aws kms help" and "aws kms encrypt help" list commands
       and options.

DIFFERENCES
       Services: cloudtrail, cloudwatch, configure, events, iam, kms, s3,
       s3api and sts only. Help pages are short and of our own. No pager, no
       colours, no waiting between retries. --endpoint-url, --no-sign-request,
       certificates and time limits are read and have no effect: every
       request goes to this world. --cli-input-yaml and yaml skeletons are
       refused. See docs/fidelity.md.

SEE ALSO
       https://docs.aws.amazon.com/cli/latest/reference/
`,
  async run(context) {
    const { runAws } = await import('./aws/main.ts')
    return runAws(context)
  },
  async complete(words, context) {
    const { completeAws } = await import('./aws/complete.ts')
    return completeAws(words, context)
  },
}
