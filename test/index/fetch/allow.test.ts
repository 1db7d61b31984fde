import { BlockList } from 'node:net'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AllowError, parseAllow } from '../../../index/fetch/allow.ts'
import { checkAddress } from './check-address.ts'

const opens = (pattern: string, url: string): boolean => 'url' in checkAddress(url, [pattern])

describe('allow', () => {
  it.each([
    ['localhost', 'http://localhost/', 'http://a.localhost/'],
    ['LocalHost', 'http://LOCALHOST.:3000/', 'http://127.0.0.1/'],
    ['localhost:3000', 'http://localhost:3000/', 'http://localhost:3001/'],
    ['localhost:443', 'https://localhost/', 'http://localhost/'],
    ['*.corp.local', 'http://wiki.corp.local/', 'http://corp.local/'],
    ['*.corp.local', 'http://a.b.corp.local:81/', 'http://evilcorp.local/'],
    ['*.corp.local:81', 'http://wiki.corp.local:81/', 'http://wiki.corp.local/'],
    ['bücher.local', 'http://xn--bcher-kva.local/', 'http://bucher.local/'],
    ['127.0.0.1', 'http://2130706433:9999/', 'http://127.0.0.2/'],
    ['127.0.0.1', 'http://127.0.0.1/', 'http://[::ffff:127.0.0.1]/'],
    ['127.0.0.1:8080', 'http://127.1:8080/', 'http://127.0.0.1/'],
    ['127.0.0.0/8', 'http://127.9.9.9/', 'http://localhost/'],
    ['10.0.0.0/8', 'http://10.255.255.255/', 'http://192.168.0.1/'],
    ['10.1.2.0/23', 'http://10.1.3.255/', 'http://10.1.4.0/'],
    ['0.0.0.0/0', 'http://192.168.0.1/', 'http://169.254.169.254/'],
    ['169.254.169.254', 'http://169.254.169.254/', 'http://169.254.169.253/'],
    ['::1', 'http://[0:0::1]/', 'http://[::2]/'],
    ['[::1]', 'http://[::1]:81/', 'http://127.0.0.1/'],
    ['[::1]:81', 'http://[::1]:81/', 'http://[::1]/'],
    ['fd00::/8', 'http://[fdab::9]/', 'http://[fc00::1]/'],
    ['fd00::/8', 'http://[fd00::1]/', 'http://[fd00:ec2::254]/'],
    ['::ffff:127.0.0.1', 'http://[::ffff:7f00:1]/', 'http://127.0.0.1/'],
    ['example.org:25', 'http://example.org:25/', 'http://example.org:22/'],
  ])('%s opens %s, not %s', (pattern, open, shut) => {
    expect(opens(pattern, open)).toBe(true)
    expect(opens(pattern, shut)).toBe(false)
  })

  it.each([
    '',
    ' ',
    '*',
    '*.',
    '*.*.example',
    'a.*.example',
    '.example',
    'example.',
    'http://intranet',
    'intranet/path',
    'intranet:port',
    'intranet:123456',
    'u@intranet',
    'a b',
    '127.1',
    '2130706433',
    '0x7f000001',
    '127.0.0.1/33',
    '::/129',
    '127.0.0.0/',
    '/8',
    '10/8',
    '10.0.0.0/8:80',
    '[127.0.0.1',
    'fe80::1%eth0',
    '[fe80::1%25eth0]:80',
    '127.0.0.1:',
  ])('%j is told to be no host', (pattern) => {
    expect(() => parseAllow(['example.org', pattern])).toThrow(AllowError)
    expect(() => parseAllow([pattern])).toThrow(
      `allow: “${pattern}” is no host; write it like intranet.example, *.corp.example, 10.0.0.0/8 or 127.0.0.1:8080`,
    )
  })

  it('asks which network is meant', () => {
    expect(() => parseAllow(['10.1.2.3/8'])).toThrow(
      'allow: “10.1.2.3/8” is inside 10.0.0.0/8; write the one you mean',
    )
    expect(() => parseAllow(['fd12::1/16'])).toThrow('is inside fd12::/16')
  })

  it('opens the addresses of a network and no others', () => {
    const octet = fc.nat(255)
    const address = fc.tuple(octet, octet, octet).map((rest) => `10.${rest.join('.')}`)
    fc.assert(
      fc.property(address, address, fc.integer({ min: 8, max: 32 }), (inside, other, bits) => {
        const first = firstOf(inside, bits)
        const oracle = new BlockList()
        oracle.addSubnet(first, bits)
        const pattern = `${first}/${bits}`
        expect(opens(pattern, `http://${inside}/`)).toBe(true)
        expect(opens(pattern, `http://${other}/`)).toBe(oracle.check(other))
      }),
    )
  })
})

function firstOf(address: string, bits: number): string {
  const number = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
  const first = number - (number % 2 ** (32 - bits))
  return [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')
}
