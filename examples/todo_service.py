"""A small JSON service over HTTP on asyncio, and a client that talks to it: a to-do list that lives in memory.

    ./tuff examples/todo_service.py              starts it, runs the client against it, shows the talk, stops
    ./tuff examples/todo_service.py --serve 8080 keeps serving: curl localhost:8080/todos
"""
import asyncio
import json
import sys
from dataclasses import asdict, dataclass
from itertools import count


@dataclass
class Todo:
    id: int
    text: str
    done: bool = False


class Service:
    def __init__(self):
        self.todos: dict[int, Todo] = {}
        self.ids = count(1)

    def answer(self, verb, path, body):
        match verb, path.strip('/').split('/'):
            case 'GET', ['todos']:
                return 200, [asdict(todo) for todo in self.todos.values()]
            case 'POST', ['todos']:
                match body:
                    case {'text': str(text)} if text.strip():
                        todo = Todo(next(self.ids), text.strip())
                        self.todos[todo.id] = todo
                        return 201, asdict(todo)
                    case _:
                        return 400, {'error': 'a to-do needs a text'}
            case 'PUT', ['todos', number, 'done'] if number.isdigit() and int(number) in self.todos:
                self.todos[int(number)].done = True
                return 200, asdict(self.todos[int(number)])
            case 'DELETE', ['todos', number] if number.isdigit() and self.todos.pop(int(number), None):
                return 200, {}
            case _:
                return 404, {'error': f'nothing at {verb} {path}'}

    async def connection(self, reader, writer):
        try:
            while request := await reader.readline():
                verb, path, _ = request.decode('ascii').split()
                length = 0
                while (header := await reader.readline()).strip():
                    name, _, value = header.decode('latin-1').partition(':')
                    if name.lower() == 'content-length':
                        length = int(value)
                text = await reader.readexactly(length)
                try:
                    status, result = self.answer(verb, path, json.loads(text) if text else None)
                except json.JSONDecodeError as error:
                    status, result = 400, {'error': str(error)}
                body = json.dumps(result).encode()
                head = f'HTTP/1.1 {status} .\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n'
                writer.write(head.encode() + body)
                await writer.drain()
        finally:
            writer.close()


async def ask(reader, writer, verb, path, value=None):
    body = b'' if value is None else value if isinstance(value, bytes) else json.dumps(value).encode()
    writer.write(f'{verb} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n'.encode() + body)
    status = (await reader.readline()).decode().split()[1]
    length = 0
    while (header := await reader.readline()).strip():
        if header.lower().startswith(b'content-length'):
            length = int(header.split(b':')[1])
    result = json.loads(await reader.readexactly(length))
    print(f'{verb:6} {path:14} {status}  {result}')
    return result


async def demo(port):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    await ask(reader, writer, 'POST', '/todos', {'text': 'water the plants'})
    await ask(reader, writer, 'POST', '/todos', {'text': 'call Größmann & Söhne'})
    await ask(reader, writer, 'POST', '/todos', {'text': ' '})
    await ask(reader, writer, 'POST', '/todos', b'{not json')
    await ask(reader, writer, 'PUT', '/todos/1/done')
    await ask(reader, writer, 'DELETE', '/todos/2')
    await ask(reader, writer, 'GET', '/todos')
    await ask(reader, writer, 'GET', '/nowhere')
    writer.close()

    async def visitor(number):
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        for _ in range(20):
            writer.write(b'GET /todos HTTP/1.1\r\n\r\n')
            while (await reader.readline()).strip():
                pass
            await reader.readexactly(52)
        writer.close()
        return 20

    async with asyncio.timeout(60):
        print(sum(await asyncio.gather(*map(visitor, range(10)))), 'more requests by 10 visitors at once')


async def main(arguments):
    serving = arguments[:1] == ['--serve']
    server = await asyncio.start_server(Service().connection, '127.0.0.1', int(arguments[1]) if serving else 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        if serving:
            print(f'serving on port {port}')
            await server.serve_forever()
        else:
            await demo(port)


if __name__ == '__main__':
    asyncio.run(main(sys.argv[1:]))
