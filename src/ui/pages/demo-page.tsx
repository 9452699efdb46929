import { demos } from '../../course/demos/index.ts'
import type { DemoCode } from '../../course/demos/titles.ts'
import { Demo } from '../demo/demo.tsx'
import { Page } from './page.tsx'
import { usePageTitle } from './use-page-title.ts'

/** One of the four demonstrations. */
export default function DemoPage({ code }: { code: DemoCode }) {
  const demo = demos.find((each) => each.code === code)
  usePageTitle(demo?.title ?? code)
  return <Page wide>{demo && <Demo key={code} demo={demo} />}</Page>
}
