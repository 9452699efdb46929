import {
  BaseEdge,
  Handle,
  Position,
  ReactFlow,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react'
import { createContext, use, useMemo, type CSSProperties } from 'react'
import type { Frame } from '../../course/flow/flow-definition.ts'
import { Glyph, glyphTitle } from '../glyphs/glyph.tsx'
import { Backdrop } from './backdrop.tsx'
import type { Inspected } from './inspected.ts'
import { STATION, type Layout } from './layout.ts'
import { sceneOf, type Arrow, type Opened, type Packet } from './scene.ts'
import { stations } from './stations/index.ts'
import { words } from './words.ts'

type StopNode = Node<Record<string, never>, 'stop'>
type PacketNode = Node<{ readonly packet: Packet }, 'packet'>
type StationNode = Node<{ readonly opened: Opened }, 'station'>
type NoteNode = Node<{ readonly text: string }, 'note'>
type WayEdge = Edge<{ readonly arrow: Arrow }, 'way'>

interface Playing {
  readonly frame: Frame
  readonly onOpen: (what: Inspected) => void
}
const PlayingContext = createContext<Playing | undefined>(undefined)

function usePlaying(): Playing {
  const playing = use(PlayingContext)
  if (!playing) throw new TypeError('a part of the stage stands outside of it')
  return playing
}

/** The stage as nodes and edges. It fits its pane: there is nothing to pan, drag or connect. */
export default function FlowStage({ frame, layout, onOpen }: { layout: Layout } & Playing) {
  const { nodes, edges } = useMemo(() => drawn(frame, layout), [frame, layout])
  const playing = useMemo(() => ({ frame, onOpen }), [frame, onOpen])
  return (
    <div className="flow-stage" style={{ width: layout.width, height: layout.height }}>
      <Backdrop layout={layout} beat={frame.beat} />
      <PlayingContext value={playing}>
        <ReactFlow
          ref={asGroup}
          aria-label={words.stage}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODES}
          edgeTypes={EDGES}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          panOnDrag={false}
          zoomOnScroll={false}
          zoomOnPinch={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          minZoom={1}
          maxZoom={1}
          proOptions={{ hideAttribution: true }}
        />
      </PlayingContext>
    </div>
  )
}

/** The library calls itself an application, which takes the arrow keys of screen readers away; here is nothing to operate. */
function asGroup(element: HTMLDivElement | null): void {
  element?.setAttribute('role', 'group')
}

/** Sizes are given, so that nothing waits to be measured and a new frame shows at once. */
function drawn(frame: Frame, layout: Layout): { nodes: Node[]; edges: WayEdge[] } {
  const scene = sceneOf(frame, layout)
  return {
    nodes: [
      ...scene.stops.map(
        (stop): StopNode => ({ id: stop.id, type: 'stop', data: {}, handles: HANDLES, ...sized(stop, 2, 2) }),
      ),
      ...scene.notes.map(
        ({ id, text, ...at }): NoteNode => ({ id, type: 'note', data: { text }, ...sized(at, 2, 2) }),
      ),
      {
        id: `station-${frame.beat}`,
        type: 'station',
        data: { opened: scene.opened },
        position: { x: scene.opened.x, y: scene.opened.y },
        ...dimensions(STATION.width * scene.opened.scale, STATION.height * scene.opened.scale),
      } satisfies StationNode,
      ...scene.packets.map(
        (packet): PacketNode => ({
          id: packet.id,
          type: 'packet',
          data: { packet },
          ...sized(packet, packet.size, packet.size),
        }),
      ),
    ],
    edges: scene.arrows.map((arrow) => ({
      id: arrow.id,
      type: 'way',
      source: arrow.from,
      target: arrow.to,
      data: { arrow },
    })),
  }
}

const dimensions = (width: number, height: number) => ({ width, height, measured: { width, height } })

/** Around a point. */
const sized = ({ x, y }: { readonly x: number; readonly y: number }, width: number, height: number) => ({
  position: { x: x - width / 2, y: y - height / 2 },
  ...dimensions(width, height),
})

const HANDLES = (['source', 'target'] as const).map((type) => ({
  type,
  position: Position.Top,
  x: 1,
  y: 1,
  width: 0,
  height: 0,
}))

/** One point for both ends, so that an arrow goes exactly where it is told. */
function StopView() {
  return (
    <>
      <Handle type="source" position={Position.Top} isConnectable={false} />
      <Handle type="target" position={Position.Top} isConnectable={false} />
    </>
  )
}

function NoteView({ data }: NodeProps<NoteNode>) {
  return (
    <span className="flow-note">
      <Glyph name="status-warn" size={16} /> <span>{data.text}</span>
    </span>
  )
}

function PacketView({ data: { packet } }: NodeProps<PacketNode>) {
  const { onOpen } = usePlaying()
  const { glyph, size, words: lines, cameFrom, opens } = packet
  const travel =
    cameFrom && ({ '--from-x': `${cameFrom.x}px`, '--from-y': `${cameFrom.y}px` } as CSSProperties)
  const picture = (
    <>
      <Glyph name={glyph} size={size} />
      {lines.length > 0 && (
        <span className="flow-words">
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </span>
      )}
    </>
  )
  const className = `flow-packet${cameFrom ? ' travels' : ''}`
  return opens ? (
    <button
      type="button"
      className={className}
      style={travel}
      aria-label={`${glyphTitle(glyph)}. ${words.open[opens]}`}
      onClick={() => onOpen(opens)}
    >
      {picture}
    </button>
  ) : (
    <span className={className} style={travel}>
      {picture}
    </span>
  )
}

function StationView({ data: { opened } }: NodeProps<StationNode>) {
  const { frame, onOpen } = usePlaying()
  const station = stations[opened.beat - 1]
  // The drawing stays as it is while places and rows change their size around it.
  const drawing = useMemo(() => station?.draw(frame), [station, frame])
  if (!station) return null
  const { scale } = opened
  return (
    <div className="flow-station" style={{ width: STATION.width * scale, height: STATION.height * scale }}>
      <svg
        className="scene"
        width={STATION.width * scale}
        height={STATION.height * scale}
        viewBox={`0 0 ${STATION.width} ${STATION.height}`}
        overflow="visible"
        aria-hidden="true"
      >
        {drawing}
      </svg>
      {station.opens.map(({ what, x, y, width, height }) => (
        <button
          key={what}
          type="button"
          className="flow-hit"
          aria-label={words.open[what]}
          style={{ left: x * scale, top: y * scale, width: width * scale, height: height * scale }}
          onClick={() => onOpen(what)}
        />
      ))}
    </div>
  )
}

function WayView({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<WayEdge>) {
  if (!data) return null
  const { arrow } = data
  const tone = arrow.refused ? 'var(--bad)' : 'var(--ink)'
  const path = arrow.back
    ? `M${sourceX} ${sourceY}V${targetY}H${targetX}`
    : `M${sourceX} ${sourceY}L${targetX} ${targetY}`
  return (
    <g className="scene flow-way">
      <BaseEdge path={path} style={{ stroke: tone, strokeWidth: 1.5, fill: 'none' }} />
      <path
        d={headOf(arrow.back ? targetX + 1 : sourceX, arrow.back ? targetY : sourceY, targetX, targetY)}
        fill="none"
        stroke={tone}
        strokeWidth={1.5}
      />
      {arrow.label && (
        <text
          x={arrow.labelAt.x}
          y={arrow.labelAt.y}
          textAnchor={arrow.labelAt.anchor}
          className={`ms ko${arrow.refused ? ' bd fb' : ''}${arrow.open ? ' open' : ''}`}
        >
          {arrow.label}
        </text>
      )}
    </g>
  )
}

/** Two strokes at the end of a line that runs along one axis. */
function headOf(fromX: number, fromY: number, x: number, y: number): string {
  if (fromY === y) {
    const back = fromX < x ? -6 : 6
    return `M${x + back} ${y - 4.5}L${x} ${y}L${x + back} ${y + 4.5}`
  }
  const back = fromY < y ? -6 : 6
  return `M${x - 4.5} ${y + back}L${x} ${y}L${x + 4.5} ${y + back}`
}

const NODES = { stop: StopView, packet: PacketView, station: StationView, note: NoteView }
const EDGES = { way: WayView }
