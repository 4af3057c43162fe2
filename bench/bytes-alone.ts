// As many bytes as the page has, from a bare server: node bytes-alone.js BYTES
import { serveBare } from './bare-server.ts'

const body = Buffer.alloc(Number(process.argv[2]), 'x')
serveBare((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(body)
})
