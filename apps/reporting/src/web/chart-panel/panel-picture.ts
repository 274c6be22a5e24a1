/** Pixels of the picture for each of the screen: sharp on slides. */
const SCALE = 2
const SVG = 'http://www.w3.org/2000/svg'

/** Copies an element with the styles it has on the page, so that it looks the same outside of it. */
function styledCopy(element: Element): Element {
  const copy = element.cloneNode(false) as HTMLElement | SVGElement
  const computed = getComputedStyle(element)
  for (const name of computed) copy.style.setProperty(name, computed.getPropertyValue(name))
  for (const child of element.childNodes) {
    if (child instanceof Element) {
      if (!child.matches('[data-actions]')) copy.append(styledCopy(child))
    } else copy.append(child.cloneNode())
  }
  return copy
}

/** A PNG of a panel as it is shown, without its buttons. Rejects where a browser does not give out such pictures. */
export async function panelPicture(panel: HTMLElement): Promise<Blob | null> {
  const { width, height } = panel.getBoundingClientRect()
  const svg = document.createElementNS(SVG, 'svg')
  const frame = document.createElementNS(SVG, 'foreignObject')
  for (const each of [svg, frame]) {
    each.setAttribute('width', String(width))
    each.setAttribute('height', String(height))
  }
  frame.append(styledCopy(panel))
  svg.append(frame)
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const context = canvas.getContext('2d')
  if (!context) return null
  context.scale(SCALE, SCALE)
  context.drawImage(image, 0, 0)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
