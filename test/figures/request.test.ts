import { describe, expect, it } from 'vitest'
import { figuresAsked, figuresRequest } from '../../src/figures/request.ts'

describe('a message that asks for figures', () => {
  it.each([
    ['figures killed in Oss', 'killed in Oss'],
    ['Figures: killed in Oss?', 'killed in Oss'],
    ['/figure IDPs', 'IDPs'],
    ['/figures\nIDPs', 'IDPs'],
    ['chiffres déplacés', 'déplacés'],
    ['figures', ''],
    ['/figure', ''],
    ['figure out who did it', undefined],
    ['figuresque art', undefined],
    ['what figures are there', undefined],
  ])('%j asks for %j', (message, request) => {
    expect(figuresRequest(message)).toBe(request)
  })
})

describe('a question that asks for a number', () => {
  it.each([
    ['How many houses fell in Oss?', 'houses fell Oss'],
    ['Combien de maisons ?', 'maisons'],
    ['In Oss, how much aid came?', 'Oss aid came'],
    ['How much aid came? in:report', 'aid came? in:report'],
    ['Who counted the houses?', undefined],
    ['How many?', undefined],
  ])('%j: %j', (question, request) => {
    expect(figuresAsked(question)).toBe(request)
  })
})
