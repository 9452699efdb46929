import { createRoot } from 'react-dom/client'

createRoot(document.getElementById('root') as HTMLElement).render(
  <main>
    <h1>KMS Key Material Lab</h1>
  </main>,
)
