import { PlaceList } from '../places.tsx'
import { words } from '../words.ts'
import { Page } from './page.tsx'

export function NotFound({ text = words.notFound.text }: { text?: string }) {
  return (
    <Page>
      <h1>{words.notFound.title}</h1>
      <p>{text}</p>
      <PlaceList className="mt-4 grid gap-3" />
    </Page>
  )
}
