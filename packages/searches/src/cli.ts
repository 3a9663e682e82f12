#!/usr/bin/env node
import { main } from "./command/program.js";

process.exitCode = await main(process.argv.slice(2));
