import { Icon, type IconName } from '../glyphs/icon.tsx'
import { words } from '../words.ts'
import { openTab, useFrame, type Tab } from './frame.ts'

const icons: Record<Tab, IconName> = { read: 'read', do: 'do', world: 'world', trail: 'trail', more: 'menu' }

/** On a phone one part shows at a time. */
export function TabBar() {
  const tab = useFrame(({ tab }) => tab)
  return (
    <nav className="tabbar" aria-label={words.tabs.label}>
      {(Object.keys(icons) as Tab[]).map((id) => (
        <button
          key={id}
          type="button"
          aria-current={tab === id ? 'page' : undefined}
          onClick={() => openTab(id)}
        >
          <Icon name={icons[id]} size={20} /> {words.tabs[id]}
        </button>
      ))}
    </nav>
  )
}
