// Loaded into the Agents Playground before its own code, which listens on every interface of the machine.
'use strict';
const { Server } = require('node:net');
const process = require('node:process');

const listen = Server.prototype.listen;
/** Gives a port without a host this machine's own address. */
Server.prototype.listen = function (port, ...rest) {
  const isPort = typeof port === 'number' || (typeof port === 'string' && /^\d+$/.test(port));
  return isPort && typeof rest[0] !== 'string'
    ? listen.call(this, Number(port), '127.0.0.1', ...rest)
    : listen.call(this, port, ...rest);
};

// The bot is gone, killed perhaps: an orphan would keep the port.
process.on('disconnect', () => process.exit(0));
