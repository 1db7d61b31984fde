/** The program of a child process: reads the files that it is sent. */
import { readFile } from '../readers/read.ts'
import { serveReader } from './serve-reader.ts'

serveReader(readFile)
