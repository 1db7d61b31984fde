export * from '../../adapters/testing/replies.ts'
