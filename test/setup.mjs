// Nest is loaded once, as an ES module, before any package that would require() it in the middle of a cycle.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
