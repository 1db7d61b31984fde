/** The program of a child process: reads the files that it is sent. */
import { readFile } from '../readers/read.ts'
import { serve } from './serve.ts'

serve(readFile)
