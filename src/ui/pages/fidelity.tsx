import { words } from '../words.ts'
import { readMarkdown, type Block, type Inline } from './markdown.ts'
import { Page } from './page.tsx'

const documents: Record<string, string> = import.meta.glob('../../../docs/fidelity.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const blocks = readMarkdown(Object.values(documents)[0] ?? '')

/** docs/fidelity.md: where this differs from AWS. */
export default function Fidelity() {
  return (
    <Page wide>
      {blocks[0]?.is !== 'heading' && <h1>{words.app.differencesLong}</h1>}
      <div className="doc">
        {blocks.map((block, i) => (
          <BlockView key={i} block={block} under={headingBefore(i)} />
        ))}
        {blocks.length === 0 && <p>{words.fidelity.none}</p>}
      </div>
    </Page>
  )
}

/** The nearest heading above a block, as plain text. */
function headingBefore(index: number): string {
  const heading = blocks.slice(0, index).findLast((block) => block.is === 'heading')
  return heading?.is === 'heading'
    ? heading.content.map((part) => Object.values(part)[0]).join('')
    : words.fidelity.table
}

function BlockView({ block, under }: { block: Block; under: string }) {
  switch (block.is) {
    case 'heading': {
      const Heading = `h${block.level}` as const
      return (
        <Heading>
          <Text content={block.content} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Text content={block.content} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item, i) => (
            <li key={i}>
              <Text content={item} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return (
        // A region that scrolls has to take the focus.
        <div className="scroll" tabIndex={0} role="region" aria-label={under}>
          <table className="data">
            <thead>
              <tr>
                {block.head.map((cell, i) => (
                  <th key={i} scope="col">
                    <Text content={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, i) => (
                <tr key={i}>
                  {row.map((cell, j) => (
                    <td key={j}>
                      <Text content={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}

const Text = ({ content }: { content: readonly Inline[] }) =>
  content.map((part, i) => {
    if ('code' in part)
      return (
        <code key={i} translate="no">
          {part.code}
        </code>
      )
    if ('strong' in part)
      return (
        <strong key={i} className="font-semibold">
          {part.strong}
        </strong>
      )
    if ('link' in part)
      return (
        <a key={i} href={part.href} rel="noopener noreferrer" target="_blank">
          {part.link}
        </a>
      )
    return part.text
  })
