"""Pages, API and MCP over HTTP: the door of fastapi, uvicorn and mcp."""
