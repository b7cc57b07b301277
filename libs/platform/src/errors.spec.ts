import { describe, expect, it } from '@jest/globals';
import { callerError, errorCodes, isTold, maskError } from './errors.ts';

const ID = '0af7651916cd43dd8448eb211c80319c';
const place = { locations: [{ line: 1, column: 3 }], path: ['firm', 'name'] };

describe('an error that the caller caused', () => {
  const told = Object.keys(errorCodes).filter((code) => code !== 'INTERNAL_SERVER_ERROR');

  it.each(told)('%s is shown as it is', (code) => {
    const shown = maskError({ message: 'that is not allowed', ...place, extensions: { code } }, ID);
    expect(shown).toEqual({ message: 'that is not allowed', ...place, extensions: { code, correlationId: ID } });
  });

  it('names the field at fault', () => {
    const { message, extensions } = callerError('BAD_USER_INPUT', 'first must be 1 to 100', { field: 'first' });
    expect(maskError({ message, extensions }, ID)).toEqual({
      message: 'first must be 1 to 100',
      extensions: { code: 'BAD_USER_INPUT', field: 'first', correlationId: ID },
    });
  });

  it('has the HTTP status of its code', () => {
    expect(callerError('UNAUTHENTICATED', 'who?').extensions).toEqual({
      code: 'UNAUTHENTICATED',
      http: { status: 401 },
    });
  });

  it('shows nothing else that was noted with it', () => {
    const shown = maskError(
      { message: 'no', extensions: { code: 'FORBIDDEN', stacktrace: ['at secret.ts'], sql: 'select' } },
      undefined,
    );
    expect(shown).toEqual({ message: 'no', extensions: { code: 'FORBIDDEN' } });
  });
});

describe('any other error', () => {
  const masked = {
    message: 'unexpected error; quote the correlation id',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: ID },
  };

  it.each([
    'INTERNAL_SERVER_ERROR',
    '23505',
    'ECONNREFUSED',
    'toString',
    'constructor',
    '__proto__',
    '',
    42,
    null,
    undefined,
  ])('with the code %s is masked', (code) => {
    const shown = maskError(
      { message: 'duplicate key (phone)=(13800000000)', ...place, extensions: { code, stacktrace: ['at db.ts'] } },
      ID,
    );
    expect({ shown, told: isTold(code) }).toEqual({ shown: masked, told: false });
  });

  it('without extensions is masked', () => {
    expect(maskError({ message: 'boom', ...place }, ID)).toEqual(masked);
  });
});
