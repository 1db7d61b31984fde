import { describe, expect, it } from 'vitest'
import { checkAddress } from './check-address.ts'
import { parseAllow } from '../../../index/fetch/allow.ts'
import { redirectTarget } from '../../../index/fetch/redirect.ts'
import { spellings } from './spellings.ts'

const LOOPBACK = '127.0.0.1 is this machine itself (loopback)'

describe('an address a person gives', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['https://Example.ORG./News?a=1#part', 'https://example.org/News?a=1'],
    ['http://bücher.example/', 'http://xn--bcher-kva.example/'],
    ['http://example.org:8080/feed', 'http://example.org:8080/feed'],
    ['http://1.1.1.1/', 'http://1.1.1.1/'],
    ['http://[2606:4700:4700::1111]/', 'http://[2606:4700:4700::1111]/'],
    ['http://11.0.0.1/', 'http://11.0.0.1/'],
    ['http://172.32.0.1/', 'http://172.32.0.1/'],
    ['http://localhost.example.org/', 'http://localhost.example.org/'],
    ['http://notlocal/', 'http://notlocal/'],
  ])('%s is fetched', (url, canonical) => {
    expect(checkAddress(url, [])).toEqual({ url: canonical })
  })

  it.each([
    [
      'http://127.1:8080/',
      `${LOOPBACK}; to open it on purpose, add "127.0.0.1:8080" to \`allow\` in verbatim.yaml`,
    ],
    [
      'http://[::ffff:10.0.0.1]/',
      '::ffff:a00:1 is an IPv4 address in IPv6 clothes; to open it on purpose, add "::ffff:a00:1" to `allow` in verbatim.yaml',
    ],
    [
      'http://[fd00::1]:81/',
      'fd00::1 is a private address (unique local); to open it on purpose, add "[fd00::1]:81" to `allow` in verbatim.yaml',
    ],
    [
      'http://169.254.169.254/latest',
      '169.254.169.254 is where clouds hand out credentials (metadata service); to open it on purpose, add "169.254.169.254" to `allow` in verbatim.yaml',
    ],
    [
      'http://wiki.internal/',
      'wiki.internal is a name for this machine or its own network; to open it on purpose, add "wiki.internal" to `allow` in verbatim.yaml',
    ],
    [
      'http://example.org:25/',
      'port 25 is not one for web pages; to open it on purpose, add "example.org:25" to `allow` in verbatim.yaml',
    ],
    ['http://u:p@example.org/', 'the address holds a user name or password; give it without'],
    [
      String.raw`http://example.org\@example.net/`,
      String.raw`programs read this address in different ways; write it without \ and @`,
    ],
    [
      'http://example.org#@example.net/',
      String.raw`programs read this address in different ways; write it without \ and @`,
    ],
    ['file:///etc/hosts', 'only http and https addresses are fetched, not file:'],
    ['example.org', 'this is no web address; write it whole, like https://example.org/page'],
    ['', 'this is no web address; write it whole, like https://example.org/page'],
    ['http://a..b/', 'the host in the address is no name; check the spelling'],
    [
      `http://example.org/${'a'.repeat(5000)}`,
      'the address is longer than 4096 characters; give a shorter one',
    ],
  ])('%s is refused', (url, reason) => {
    expect(checkAddress(url, [])).toEqual({ reason })
  })

  it('is opened by what its refusal says', () => {
    const offers = spellings(8080).flatMap((url) => {
      const refused = checkAddress(url, [])
      const pattern = 'reason' in refused ? /add "([^"]+)"/u.exec(refused.reason)?.[1] : undefined
      return pattern === undefined ? [] : [{ url, pattern }]
    })
    expect(offers.length).toBeGreaterThan(150)
    expect(offers.filter(({ url, pattern }) => 'reason' in checkAddress(url, [pattern]))).toEqual(
      [],
    )
  })
})

describe('every spelling of an address inside', () => {
  const all = spellings(8080)
  it('is tried in more than 150 ways, each its own', () => {
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(150)
  })
  it.each(all)('%j is refused', (url) => {
    expect(checkAddress(url, [])).toHaveProperty('reason')
  })
})

describe('a redirect', () => {
  const from = new URL('https://example.org/news/today')
  const to = (location: string, start = from, allow: string[] = []): unknown => {
    const target = redirectTarget(start, location, parseAllow(allow))
    return 'reason' in target ? target.reason : target.url.href
  }

  it('may be relative', () => {
    expect(to('../old')).toBe('https://example.org/old')
    expect(to('//example.net/a')).toBe('https://example.net/a')
    expect(to('?page=2')).toBe('https://example.org/news/today?page=2')
  })
  it('may go from http to https, never back, allowed or not', () => {
    expect(to('https://example.org/', new URL('http://example.org/'))).toBe('https://example.org/')
    const reason =
      'redirected from https to http at example.org, where anyone may change it; give an https address'
    expect(to('http://example.org/')).toBe(reason)
    expect(to('http://example.org/', from, ['example.org'])).toBe(reason)
  })
  it('is told without its path', () => {
    expect(to('//localhost/secret?token=1')).toBe(
      'redirected to https://localhost: localhost is a name for this machine or its own network; to open it on purpose, add "localhost" to `allow` in verbatim.yaml',
    )
    expect(to('http://[')).toBe(
      'redirected to what is no address: this is no web address; write it whole, like https://example.org/page',
    )
  })
})
