import { test } from "node:test";
import { defineContract } from "@amends/adapters/testing";
import { cases } from "./contract.js";

defineContract(cases, { test, skip: test.skip });
