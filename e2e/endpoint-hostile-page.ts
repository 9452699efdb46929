export interface Attempt {
  readonly name: string
  /** What the page could read or open: nothing, if all is well */
  readonly got?: string
}

/** Runs inside the hostile page and must stand alone there: every way we know by which a page makes requests. */
export async function forge(target: { name: string; port: number }): Promise<Attempt[]> {
  const base = `http://${target.name}:${target.port}`
  const redirect = `/to/${target.name}`
  const exact = {
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': 'TrentService.CreateKey',
    Authorization:
      'AWS4-HMAC-SHA256 Credential=lab/20260112/eu-west-1/kms/aws4_request, SignedHeaders=host, Signature=00',
  }
  const move = '{"advanceSeconds":31536000}'
  const done: Attempt[] = []

  const settled = <T>(work: Promise<T>) =>
    Promise.race([work, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 3_000))])
  const attempt = async (name: string, work: () => Promise<string | undefined> | string | undefined) => {
    const got = await settled(Promise.resolve().then(work)).catch(() => undefined)
    done.push(got === undefined ? { name } : { name, got })
  }

  /** What a fetch lets the page read; an opaque answer lets it read nothing. */
  const fetched = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(path.startsWith('/to/') ? path : base + path, init)
    return response.type === 'opaque' || response.type === 'opaqueredirect'
      ? undefined
      : `${response.status} ${await response.text()}`
  }
  const loaded = (
    make: () => HTMLElement,
    readable: (element: HTMLElement) => string | undefined = () => undefined,
  ) =>
    new Promise<string | undefined>((resolve) => {
      const element = make()
      element.addEventListener('load', () => resolve(readable(element)))
      element.addEventListener('error', () => resolve(undefined))
      document.body.append(element)
    })
  const element = <K extends keyof HTMLElementTagNameMap>(name: K, properties: Record<string, string>) => {
    const made = document.createElement(name)
    for (const [attribute, value] of Object.entries(properties)) made.setAttribute(attribute, value)
    return made
  }
  const bodyOf = (frame: HTMLElement) => {
    try {
      return (frame as HTMLIFrameElement).contentDocument?.body.textContent || undefined
    } catch {
      return undefined
    }
  }

  // fetch
  await attempt('fetch with the exact headers', () =>
    fetched('/', { method: 'POST', headers: exact, body: '{}' }),
  )
  await attempt('fetch with the exact headers and credentials', () =>
    fetched('/', { method: 'POST', headers: exact, body: '{}', credentials: 'include' }),
  )
  await attempt('no-cors fetch with the exact headers', () =>
    fetched('/', { method: 'POST', mode: 'no-cors', headers: exact, body: '{}' }),
  )
  await attempt('no-cors fetch of JSON as text', () =>
    fetched('/', { method: 'POST', mode: 'no-cors', body: '{"KeyId":"x"}' }),
  )
  await attempt('fetch of JSON as text', () =>
    fetched('/', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' }),
  )
  await attempt('no-cors fetch of a form', () =>
    fetched('/', {
      method: 'POST',
      mode: 'no-cors',
      body: new URLSearchParams({ Action: 'GetCallerIdentity' }),
    }),
  )
  await attempt('no-cors fetch of a multipart form', () => {
    const form = new FormData()
    form.set('X-Amz-Target', 'TrentService.CreateKey')
    return fetched('/', { method: 'POST', mode: 'no-cors', body: form })
  })
  await attempt('fetch that outlives the page', () =>
    fetched('/', { method: 'POST', mode: 'no-cors', keepalive: true, body: '{}' }),
  )
  await attempt('fetch without referrer', () =>
    fetched('/_lab/reset', { method: 'POST', mode: 'no-cors', referrerPolicy: 'no-referrer', body: '{}' }),
  )
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
    await attempt(`fetch with ${method}`, () => fetched('/', { method }))
  }
  await attempt('fetch of the trail', () => fetched('/_lab/trail'))
  await attempt('no-cors fetch of the trail', () => fetched('/_lab/trail', { mode: 'no-cors' }))
  await attempt('reset as text', () =>
    fetched('/_lab/reset', { method: 'POST', mode: 'no-cors', body: '{}' }),
  )
  await attempt('reset as JSON', () =>
    fetched('/_lab/reset', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }),
  )
  await attempt('reset as a typed blob', () =>
    fetched('/_lab/reset', {
      method: 'POST',
      mode: 'no-cors',
      body: new Blob(['{}'], { type: 'application/json' }),
    }),
  )
  await attempt('clock as text', () =>
    fetched('/_lab/clock', { method: 'POST', mode: 'no-cors', body: move }),
  )
  await attempt('clock as JSON', () =>
    fetched('/_lab/clock', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: move }),
  )
  await attempt('fetch sent on by 307', () =>
    fetched(`${redirect}/`, { method: 'POST', headers: exact, body: '{}' }),
  )
  await attempt('no-cors fetch sent on by 307', () =>
    fetched(`${redirect}/_lab/reset`, { method: 'POST', mode: 'no-cors', body: '{}' }),
  )

  // older ways to send
  const xhr = (headers: Record<string, string>, path: string, body: string) =>
    new Promise<string | undefined>((resolve) => {
      const request = new XMLHttpRequest()
      request.open('POST', base + path)
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
      request.onload = () => resolve(request.responseText)
      request.onerror = () => resolve(undefined)
      request.send(body)
    })
  await attempt('XMLHttpRequest with the exact headers', () => xhr(exact, '/', '{}'))
  await attempt('XMLHttpRequest of JSON as text', () => xhr({}, '/_lab/clock', move))
  for (const type of ['text/plain', 'application/json', 'application/x-amz-json-1.1']) {
    await attempt(
      `beacon of ${type}`,
      () => void navigator.sendBeacon(`${base}/_lab/reset`, new Blob(['{}'], { type })),
    )
  }
  await attempt(
    'WebSocket',
    () =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${target.name}:${target.port}/`)
        socket.onopen = () => resolve('open')
        socket.onerror = () => resolve(undefined)
      }),
  )
  await attempt(
    'EventSource',
    () =>
      new Promise((resolve) => {
        const source = new EventSource(`${base}/_lab/trail`)
        source.onopen = () => resolve('open')
        source.onerror = () => {
          source.close()
          resolve(undefined)
        }
      }),
  )

  // what a page loads
  await attempt('image', () =>
    loaded(
      () => element('img', { src: `${base}/_lab/trail` }),
      () => 'an image',
    ),
  )
  await attempt('script', () =>
    loaded(
      () => element('script', { src: `${base}/_lab/trail` }),
      () => 'a script',
    ),
  )
  await attempt('module script', () =>
    loaded(
      () => element('script', { type: 'module', src: `${base}/_lab/trail` }),
      () => 'a module',
    ),
  )
  await attempt('style sheet', () =>
    loaded(
      () => element('link', { rel: 'stylesheet', href: `${base}/_lab/trail` }),
      () => 'a style sheet',
    ),
  )
  await attempt('preload', () =>
    loaded(() => element('link', { rel: 'preload', as: 'fetch', href: `${base}/_lab/trail` })),
  )
  await attempt('prefetch', () =>
    loaded(() => element('link', { rel: 'prefetch', href: `${base}/_lab/trail` })),
  )
  await attempt('video', () => loaded(() => element('video', { src: `${base}/_lab/trail` })))
  await attempt('object', () => loaded(() => element('object', { data: `${base}/_lab/trail` })))
  await attempt('frame', () => loaded(() => element('iframe', { src: `${base}/_lab/trail` }), bodyOf))
  await attempt('import()', async () => {
    await import(/* @vite-ignore */ `${base}/_lab/trail`)
    return 'a module'
  })
  const workerOf = (code: string) =>
    new Promise<string | undefined>((resolve) => {
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
      worker.onmessage = ({ data }) => resolve((data as string | undefined) ?? undefined)
      worker.onerror = () => resolve(undefined)
    })
  await attempt('importScripts in a worker', () =>
    workerOf(`importScripts('${base}/_lab/trail'); postMessage('loaded')`),
  )
  await attempt('fetch in a worker', () =>
    workerOf(
      `fetch('${base}/', ${JSON.stringify({ method: 'POST', headers: exact, body: '{}' })}).then((r) => r.text()).then((t) => postMessage(t), () => postMessage(undefined))`,
    ),
  )

  // forms, from this page and from frames without an origin
  const submitted = (properties: Record<string, string>, fields: Record<string, string>) =>
    new Promise<string | undefined>((resolve) => {
      const name = `frame-${done.length}`
      const frame = element('iframe', { name })
      document.body.append(frame)
      const form = element('form', { target: name, ...properties })
      for (const [field, value] of Object.entries(fields))
        form.append(element('input', { name: field, value }))
      document.body.append(form)
      frame.addEventListener('load', () => resolve(bodyOf(frame)))
      form.submit()
    })
  const jsonField = { '{"advanceSeconds":31536000,"x":"': '"}' }
  await attempt('form of text that is JSON', () =>
    submitted({ method: 'post', enctype: 'text/plain', action: `${base}/_lab/clock` }, jsonField),
  )
  await attempt('form', () =>
    submitted({ method: 'post', action: `${base}/` }, { Action: 'GetCallerIdentity' }),
  )
  await attempt('multipart form', () =>
    submitted(
      { method: 'post', enctype: 'multipart/form-data', action: `${base}/` },
      { 'X-Amz-Target': 'x' },
    ),
  )
  await attempt('form by GET', () =>
    submitted({ method: 'get', action: `${base}/_lab/trail` }, { limit: '5' }),
  )
  await attempt('form without referrer', () =>
    submitted({ method: 'post', action: `${base}/_lab/reset`, rel: 'noreferrer' }, {}),
  )
  await attempt('form sent on by 307', () =>
    submitted({ method: 'post', action: `${redirect}/_lab/reset` }, { a: 'b' }),
  )

  const opaque = (sandbox: string, html: string) =>
    new Promise<string | undefined>((resolve) => {
      const frame = element('iframe', { sandbox, src: `data:text/html,${encodeURIComponent(html)}` })
      addEventListener('message', ({ source, data }) => {
        if (source === frame.contentWindow) resolve((data as string | undefined) ?? undefined)
      })
      document.body.append(frame)
    })
  const tell = (call: string) =>
    `<script>${call}.then((r) => r.text()).then((t) => parent.postMessage(t || undefined, '*'), () => parent.postMessage(undefined, '*'))</script>`
  await attempt('fetch with the exact headers and a null origin', () =>
    opaque(
      'allow-scripts',
      tell(`fetch('${base}/', ${JSON.stringify({ method: 'POST', headers: exact, body: '{}' })})`),
    ),
  )
  await attempt('no-cors fetch with a null origin', () =>
    opaque(
      'allow-scripts',
      tell(`fetch('${base}/_lab/reset', { method: 'POST', mode: 'no-cors', body: '{}' })`),
    ),
  )
  await attempt('fetch of the trail with a null origin', () =>
    opaque('allow-scripts', tell(`fetch('${base}/_lab/trail')`)),
  )
  await attempt('form with a null origin', () =>
    opaque(
      'allow-scripts allow-forms',
      `<iframe name=f></iframe><form method=post enctype=text/plain target=f action="${base}/_lab/reset"><input name=a value=b></form><script>const f = document.querySelector('iframe'); document.forms[0].submit(); f.onload = () => parent.postMessage(undefined, '*')</script>`,
    ),
  )

  // windows of their own
  const opened = (url: string) =>
    new Promise<string | undefined>((resolve) => {
      const other = open(url)
      if (!other) return resolve(undefined)
      const look = setInterval(() => {
        try {
          if (other.location.href === 'about:blank') return
          resolve(other.document.body.textContent ?? undefined)
        } catch {
          // It is there, and not ours to read.
          resolve(undefined)
        }
        clearInterval(look)
        other.close()
      }, 50)
    })
  await attempt('new window', () => opened(`${base}/_lab/trail`))
  return done
}
